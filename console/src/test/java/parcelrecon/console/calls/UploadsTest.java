package parcelrecon.console.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.calls.Uploads.Upload;

class UploadsTest {

  private static final String WORD = "parcel_id";

  @TempDir Path work;
  private Instant now = Instant.parse("2022-04-15T02:30:00Z");
  private final Uploads uploads = new Uploads(() -> now);

  private Upload keep() throws Exception {
    return uploads.keep(work, "lin", 1, "a.csv", file -> Files.writeString(file, WORD));
  }

  @Test
  void file_isTheOwners_untilItIsTooOld() throws Exception {
    Upload upload = keep();
    assertThat(uploads.find(upload.id(), "lin", 1)).contains(upload);
    assertThat(uploads.find(upload.id(), "wu", 1)).isEmpty();
    assertThat(uploads.find(upload.id(), "lin", 2)).isEmpty();
    now = now.plus(Uploads.KEPT).minusSeconds(1);
    assertThat(uploads.find(upload.id(), "lin", 1)).isPresent();
    now = now.plusSeconds(1);
    uploads.sweep();
    assertThat(upload.file()).doesNotExist();
    assertThat(uploads.find(upload.id(), "lin", 1)).isEmpty();
  }

  @Test
  void folder_isPrivate_andIdsCannotBeGuessed() throws Exception {
    Upload upload = keep();
    assertThat(upload.id()).matches("[0-9a-f]{32}").isNotEqualTo(keep().id());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(upload.file().getParent().getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void file_isRefused_whenTooManyWait() throws Exception {
    for (int i = 0; i < Uploads.WAITING_MAX; i++) {
      keep();
    }
    assertThatExceptionOfType(Uploads.TooMany.class).isThrownBy(this::keep);
    now = now.plus(Uploads.KEPT);
    assertThat(keep().file()).hasContent(WORD);
  }

  @Test
  void leftovers_areRemoved_whenNoProcessCanStillUseThem() throws Exception {
    Path old = Files.createDirectories(work.resolve("uploads-old/x")).getParent();
    Path young = Files.createDirectory(work.resolve("uploads-young"));
    Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(2))));
    Files.setLastModifiedTime(young, FileTime.from(now));
    keep();
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void nothingIsLeft_whenItIsClosed() throws Exception {
    keep();
    uploads.close();
    try (var left = Files.list(work)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void nothingWaits_whenTheContentCannotBeTaken() throws IOException {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                uploads.keep(
                    work,
                    "lin",
                    1,
                    "a.csv",
                    file -> {
                      throw new IOException("gone");
                    }));
    try (var left = Files.walk(work)) {
      assertThat(left.filter(each -> each.getFileName().toString().length() == 32)).isEmpty();
    }
  }
}
