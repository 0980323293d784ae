package parcelrecon.console.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import parcelrecon.console.sign.SignSettings.KnownUser;

class PasswordUsersTest {

  private static final String PASSWORD = "correct horse battery";

  private final PasswordUsers users =
      new PasswordUsers(
          List.of(
              new KnownUser("lin", PasswordHash.of(PASSWORD), EnumSet.of(Role.BPM, Role.OPS)),
              new KnownUser("wu", PasswordHash.of("another horse"), EnumSet.of(Role.FINANCE))),
          new SettableClock());

  private Authentication signIn(String name, String password) {
    return users.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
  }

  private long nanos(String name) {
    long begun = System.nanoTime();
    assertThatExceptionOfType(BadCredentialsException.class)
        .isThrownBy(() -> signIn(name, "wrong horse battery"));
    return System.nanoTime() - begun;
  }

  @Test
  void user_hasTheRolesOfTheConfiguration() {
    Person person = Person.of(signIn("lin", PASSWORD));
    assertThat(person).isEqualTo(new Person("lin", Set.of(Role.BPM, Role.OPS)));
  }

  @Test
  void user_isRefused_withAnothersPassword() {
    assertThatExceptionOfType(BadCredentialsException.class)
        .isThrownBy(() -> signIn("lin", "another horse"));
    assertThatExceptionOfType(BadCredentialsException.class)
        .isThrownBy(() -> signIn("nobody", PASSWORD));
  }

  @Test
  void refusal_takesAsLong_whetherTheNameExistsOrNot() {
    nanos("lin");
    long[] known = {nanos("lin"), nanos("wu"), nanos("lin"), nanos("wu"), nanos("lin")};
    long[] unknown = {nanos("lim"), nanos("wo"), nanos("li"), nanos(""), nanos("w")};
    Arrays.sort(known);
    Arrays.sort(unknown);
    assertThat((double) unknown[2] / known[2]).isBetween(0.2, 5.0);
  }
}
