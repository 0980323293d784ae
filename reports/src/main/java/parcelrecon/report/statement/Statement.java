package parcelrecon.report.statement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunResults;

/** statement.md. */
public final class Statement {

  private Statement() {}

  /** Writes it and returns the number of its lines. */
  public static long write(RunResults results, Texts texts, Path path) throws IOException {
    String statement = text(results, texts);
    Files.write(path, statement.getBytes(StandardCharsets.UTF_8));
    return statement.lines().count();
  }

  private static String text(RunResults results, Texts texts) {
    Account account = new Account(results, Findings.of(results), texts);
    Markdown markdown = new Markdown();
    ImpactPart.write(account, markdown);
    ClaimsPart.write(account, markdown);
    TimelinePart.write(account, markdown);
    EventsPart.write(account, markdown);
    ProofPart.write(account, markdown);
    StepsPart.write(account, markdown);
    DefinitionsPart.write(account, markdown);
    return markdown.toString();
  }
}
