package parcelrecon.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.listed.GivenList;
import parcelrecon.report.listed.ListedAnswer;
import parcelrecon.report.listed.ListedCount;
import parcelrecon.report.listed.ListedCsv;
import parcelrecon.report.listed.ListedJson;
import parcelrecon.report.listed.Listing;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelLookup;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.StoredResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers for each parcel that stores reported whether it is on the list, and why or why not. */
@Command(
    name = "listed",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Answers for each parcel of a list whether a run has it on its list, and why or why not.",
      "The list is a CSV file or any text; without LIST, or with -, it is read from what is typed,",
      "pasted or piped. Ids are compared exactly: one that is only near is asked about.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./run.sh listed -c recon.yaml 3 reported.csv",
      "      a line for each parcel, and how many are on the list",
      "  ./run.sh listed -c recon.yaml 3 reported.csv --lang zh-TW --out answered.csv",
      "      the same as a CSV file, to be sent back",
      "  echo CP000282819 | ./run.sh listed -c recon.yaml 3"
    })
final class ListedCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  private final Console console;

  @Mixin SiteOptions site;

  @Parameters(index = "0", paramLabel = "RUN", description = "The run that is asked.")
  long run;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "LIST",
      description = "A CSV file or another text with parcel ids; - is the standard input.")
  String list = STANDARD_INPUT;

  @Mixin LanguageOption language;

  @Option(names = "--out", paramLabel = "FILE.csv", description = "Write the answers as CSV.")
  Path out;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  ListedCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<SiteConfiguration> read = site.read(console, problems);
    Optional<String> wanted = language.read(problems);
    problems.throwIfAny();
    SiteConfiguration configuration = read.orElseThrow();
    Texts texts = Texts.of(wanted.orElse(configuration.language()));
    return KeptResults.with(configuration, database -> answer(database, texts)).code();
  }

  private ExitCode answer(ResultsDatabase database, Texts texts) {
    RunRow row = KnownRun.ended(database, run, site);
    StoredResults results = new StoredResults(database, run);
    Listing listing = new Listing(results, new ParcelLookup(database, run), texts);
    GivenList given = read(listing);
    ListedCount count = new ListedCount();
    if (json) {
      ListedJson answers = new ListedJson();
      write(listing, given, count, answers::add);
      console.result(answers.text(row, given, count).stripTrailing());
    } else {
      write(
          listing,
          given,
          count,
          out == null
              ? each ->
                  console.result(
                      texts.text("listed.line", Console.shown(each.given()), each.explanation()))
              : each -> {});
      console.result(count.text(texts, given.repeated()));
      console.result(listing.sources());
    }
    return ExitCode.DONE;
  }

  private GivenList read(Listing listing) {
    boolean isStandardInput = list.equals(STANDARD_INPUT);
    if (isStandardInput && console.isTerminal()) {
      console.note("Paste the parcel ids, one a line, and end with Ctrl-D.");
    }
    try (InputStream in = isStandardInput ? System.in : Files.newInputStream(Path.of(list))) {
      return listing.read(in, isStandardInput ? "standard input" : list);
    } catch (IOException e) {
      throw new ProblemException(
          ExitCode.UNREACHABLE,
          new Problem(
              list,
              e instanceof NoSuchFileException ? "file is not there" : "file cannot be read",
              "Nothing was looked up",
              "Correct the path"),
          e);
    }
  }

  private void write(
      Listing listing, GivenList given, ListedCount count, Consumer<ListedAnswer> also) {
    Consumer<ListedAnswer> counted =
        answer -> {
          count.add(answer);
          also.accept(answer);
        };
    if (out == null) {
      listing.answer(given.ids(), counted);
      return;
    }
    try (ListedCsv csv = new ListedCsv(out)) {
      listing.answer(given.ids(), counted.andThen(csv::write));
    } catch (IOException e) {
      throw new ProblemException(
          ExitCode.UNREACHABLE,
          new Problem(
              out.toString(), "cannot be written", "The answers are not there", "Correct the path"),
          e);
    }
  }
}
