package parcelrecon.report.statement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunResults;

/** The impact statement: one text, written as statement.md and as statement.html. */
public final class Statement {

  private final Document document;
  private final String language;

  private Statement(Document document, String language) {
    this.document = document;
    this.language = language;
  }

  public static Statement of(RunResults results, Texts texts) {
    Account account = Account.of(results, texts);
    Document document = new Document();
    ImpactPart.write(account, document);
    FollowUpPart.write(account, document);
    ClaimsPart.write(account, document);
    TimelinePart.write(account, document);
    EventsPart.write(account, document);
    ComparisonPart.write(account, document);
    ProofPart.write(account, document);
    StepsPart.write(account, document);
    DefinitionsPart.write(account, document);
    return new Statement(document, texts.language());
  }

  /** Writes it for a wiki or a repository and returns the number of its lines. */
  public long writeMarkdown(Path path) throws IOException {
    return write(Markdown.of(document), path);
  }

  /** Writes it for a mail program and returns the number of its lines. */
  public long writeHtml(Path path) throws IOException {
    return write(Html.of(document, language), path);
  }

  private static long write(String text, Path path) throws IOException {
    Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    return text.lines().count();
  }
}
