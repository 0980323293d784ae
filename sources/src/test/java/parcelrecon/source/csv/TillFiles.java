package parcelrecon.source.csv;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.SiteFolder;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SomeSource.Reading;
import parcelrecon.source.SourceSettings;

/** Payments of a till as files of CSV. */
abstract class TillFiles {

  static final String HEADING = "parcel_id,payment_id,amount,channel\n";
  static final long ONE_SPLIT = 1 << 20;

  @TempDir Path folder;
  SomeSource payments;

  @BeforeEach
  void payments() {
    payments = SomeSource.of(SourceName.PAYMENTS).in(folder).csv("till/*.csv*");
  }

  CsvSource source() {
    SourceSettings settings = payments.settings();
    return new CsvSource(settings, (SourceSettings.Csv) settings.reader());
  }

  Reading read(long splitBytes) {
    return SomeSource.readAll(source(), splitBytes);
  }

  void file(String name, String text) {
    file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void file(String name, byte[] bytes) {
    new SiteFolder(folder).file(name, bytes);
  }

  static List<String> refs(Reading reading) {
    return reading.sink().accepted().stream().map(row -> row.ref().text()).toList();
  }

  static ProblemException problem(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }
}
