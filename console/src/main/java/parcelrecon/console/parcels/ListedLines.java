package parcelrecon.console.parcels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parcelrecon.model.Incident;
import parcelrecon.model.Store;
import parcelrecon.report.text.Texts;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.rule.Proof;

/** Puts rows of the list into words. */
record ListedLines(Texts texts, Incident incident, Map<String, Store> stores) {

  List<ListedLine> of(List<ListedMismatch> rows) {
    List<ListedLine> lines = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      boolean isSame = at > 0 && rows.get(at - 1).parcelId().equals(rows.get(at).parcelId());
      lines.add(line(rows.get(at), isSame ? 0 : sameParcel(rows, at)));
    }
    return lines;
  }

  private static int sameParcel(List<ListedMismatch> rows, int from) {
    String parcelId = rows.get(from).parcelId();
    return (int) rows.stream().skip(from).takeWhile(row -> row.parcelId().equals(parcelId)).count();
  }

  private ListedLine line(ListedMismatch row, int parcelRows) {
    String kind = texts.name(row.kind());
    return new ListedLine(
        row.position().text() + "." + row.facts(),
        row.parcelId(),
        parcelRows,
        store(row.storeId()),
        row.group().isEmpty() ? kind : texts.aside(kind, row.group()),
        texts.name(row.proof()),
        amounts(row),
        row.verdict().map(texts::name).orElse(""),
        row.phases().stream().map(this::phase).collect(Collectors.joining(", ")),
        time(row.completedAt()),
        decision(row.review().decision()),
        row.review().assignee() == null ? "" : row.review().assignee());
  }

  private String store(String storeId) {
    Store store = stores.get(storeId);
    return store == null || store.name().isEmpty() ? storeId : storeId + " " + store.name();
  }

  private List<String> amounts(ListedMismatch row) {
    List<String> amounts = new ArrayList<>();
    ListedMismatch.Stake stake = row.stake();
    if (stake.toCollectMinor() != null) {
      String key = row.proof() == Proof.NOT_DUE ? "parcels.notYetDue" : "parcels.toCollect";
      amounts.add(texts.text(key, texts.money(stake.toCollectMinor(), stake.currency())));
    }
    if (stake.toRefundMinor() != null) {
      amounts.add(
          texts.text("parcels.toRefund", texts.money(stake.toRefundMinor(), stake.currency())));
    }
    return amounts;
  }

  private String phase(int position) {
    return incident.phases().get(position).label();
  }

  private String time(Instant at) {
    return at == null ? "" : texts.dateTime(at, incident.window().zone());
  }

  private String decision(String decision) {
    return texts.text("review.decision." + (decision == null ? "open" : decision));
  }
}
