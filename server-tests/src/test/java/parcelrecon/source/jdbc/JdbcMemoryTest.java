package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A million rows, far more than fit, by a process of 64 MB. */
class JdbcMemoryTest {

  private static final int ROWS = 1_000_000;

  @ParameterizedTest
  @EnumSource
  @Timeout(120)
  void read_needsLittleMemory_howeverManyRowsThereAre(SiteDatabase database)
      throws IOException, InterruptedException, SQLException {
    String url = database.newUrl();
    database.connect(url).close();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ReadInLittleMemory.class.getName(),
                database.name(),
                url,
                String.valueOf(ROWS))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains(ROWS + " rows in ");
  }
}
