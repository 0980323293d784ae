package parcelrecon.console.sign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  @Test
  void password_matchesItsOwnHashOnly() {
    String hash = PasswordHash.of("correct horse battery");
    assertThat(PasswordHash.isOne(hash)).isTrue();
    assertThat(PasswordHash.matches("correct horse battery", hash)).isTrue();
    assertThat(PasswordHash.matches("correct horse batterx", hash)).isFalse();
    assertThat(PasswordHash.matches("", hash)).isFalse();
  }

  @Test
  void password_isTheSame_inWhateverFormItsLettersAreTyped() {
    assertThat(
            PasswordHash.matches("cafe\u0301 de la gare", PasswordHash.of("caf\u00e9 de la gare")))
        .isTrue();
  }

  /** Made by other programs: bcrypt of OpenBSD and the reference implementation of Argon2. */
  @Test
  void password_matchesHashesOfOthers() {
    String bcrypt = "{bcrypt}$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW";
    String argon2 =
        "{argon2}$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(PasswordHash.isOne(bcrypt)).isTrue();
    assertThat(PasswordHash.isOne(argon2)).isTrue();
    assertThat(PasswordHash.matches("abc123xyz", bcrypt)).isTrue();
    assertThat(PasswordHash.matches("password", argon2)).isTrue();
    assertThat(PasswordHash.matches("passwore", argon2)).isFalse();
  }
}
