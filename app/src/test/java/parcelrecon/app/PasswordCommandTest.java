package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import parcelrecon.console.sign.PasswordHash;

class PasswordCommandTest {

  private static CommandLineRun password(String typed) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      return CommandLineRun.of("password");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void password_isHashedByArgon2_whenReadFromTheStandardInput() {
    CommandLineRun run = password("correct horse 電池\nnot this\n");
    String hash = run.out().strip();
    assertThat(run.exitCode()).isZero();
    assertThat(PasswordHash.isOne(hash)).isTrue();
    assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(PasswordHash.matches("correct horse 電池", hash)).isTrue();
    assertThat(password("correct horse 電池").out()).isNotEqualTo(run.out());
  }

  @Test
  void password_isRefusedUnseen_whenTooShortOrTooLong() {
    assertThat(password("tiger").exitCode()).isEqualTo(2);
    assertThat(password("tiger").err())
        .isEqualTo(
            "password: the password has 5 characters, expected 12 to 200. No hash was made. Choose"
                + " another.\n");
    assertThat(password("x".repeat(201)).exitCode()).isEqualTo(2);
    assertThat(password("").exitCode()).isEqualTo(2);
  }

  @Test
  void password_isNoArgument() {
    assertThat(CommandLineRun.of("password", "correct horse battery").exitCode()).isEqualTo(2);
  }
}
