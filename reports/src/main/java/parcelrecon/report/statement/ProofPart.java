package parcelrecon.report.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parcelrecon.model.Coverage;
import parcelrecon.model.PartitionCoverage;
import parcelrecon.model.SourceName;
import parcelrecon.results.SourceRow;
import parcelrecon.results.Totals.KindTotals;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.MismatchKind;

/** What the records can prove, what they cannot, and why. */
final class ProofPart {

  private final Account account;
  private final Document document;

  private ProofPart(Account account, Document document) {
    this.account = account;
    this.document = document;
  }

  static void write(Account account, Document document) {
    ProofPart part = new ProofPart(account, document);
    document.heading(account.text("proof"));
    part.verdicts();
    part.configured();
    part.unverified();
    account.results().sources().forEach(part::source);
  }

  private void verdicts() {
    Tally unknown = account.findings().outcome(Outcome.UNKNOWN);
    document.bullet(
        account.text("proof.unknown", unknown.parcels(), unknown.parcels() - unknown.prepaid()));
    document.bullet(account.text("proof.prepaid", unknown.prepaid()));
  }

  private void configured() {
    JudgingContext.Sources sources = account.results().context().sources();
    for (SourceName name : SourceName.values()) {
      boolean isOptional = name == SourceName.ANSWERS || name == SourceName.STORES;
      if (!isOptional && !sources.has(name)) {
        document.bullet(account.text("proof.without." + name));
      }
    }
    if (sources.has(SourceName.PAYMENTS) && !sources.paymentsIndependent()) {
      document.bullet(account.text("proof.derivedPayments"));
    }
    if (!sources.outboundsAnywhere()) {
      document.bullet(account.text("proof.outboundsNotAnywhere"));
    }
  }

  private void unverified() {
    Map<MismatchKind, KindTotals> kinds = account.totals().kinds();
    String list =
        Arrays.stream(MismatchKind.values())
            .filter(kind -> kinds.get(kind).unverified() > 0)
            .map(
                kind ->
                    account.text(
                        "proof.kind", account.texts().name(kind), kinds.get(kind).unverified()))
            .collect(Collectors.collectingAndThen(Collectors.toList(), account.texts()::clauses));
    document.bullet(
        list.isEmpty()
            ? account.text("proof.allVerified")
            : account.text("proof.unverified", list));
  }

  private void source(SourceRow source) {
    String reasons = told(source.coverage().general());
    SourceRow.Counts counts = source.counts();
    document.bullet(
        account.text(
            "proof.source",
            account.texts().name(source.name()),
            account.texts().name(source.coverage().state()),
            counts.read(),
            counts.accepted(),
            counts.rejected(),
            reasons.isEmpty() ? account.texts().text("none") : reasons));
    partitions(source);
    if (source.secondLook().lookedUp() > 0) {
      document.bullet(
          account.text(
              "proof.secondLook",
              account.texts().name(source.name()),
              source.secondLook().lookedUp(),
              source.secondLook().found(),
              source.secondLook().healed()));
    }
  }

  /** Only what is not complete is listed: there may be hundreds of them. */
  private void partitions(SourceRow source) {
    List<PartitionCoverage> all = source.coverage().partitions();
    if (all.isEmpty()) {
      return;
    }
    long complete =
        all.stream().filter(partition -> partition.state() == Coverage.State.COMPLETE).count();
    String name = account.texts().name(source.name());
    if (complete == all.size()) {
      document.bullet(account.text("proof.partitionsComplete", name, complete));
      return;
    }
    List<Coverage.Reason> general = source.coverage().general();
    String why =
        told(
            source.coverage().lacking().stream()
                .filter(reason -> !general.contains(reason))
                .toList());
    document.bullet(
        why.isEmpty()
            ? account.text("proof.partitions", name, complete, all.size())
            : account.text("proof.partitionsWhy", name, complete, all.size(), why));
  }

  private String told(List<Coverage.Reason> reasons) {
    return account.texts().coverage(reasons, account.zone());
  }
}
