package parcelrecon.tell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Occasion;
import parcelrecon.results.telling.Setback;
import parcelrecon.results.telling.Setback.Reason;
import parcelrecon.results.telling.Telling;
import parcelrecon.tell.MailServer.Login;
import parcelrecon.tell.MailServer.Tls;

/** Mail, taken by a real server. */
@Timeout(60)
class MailsTest {

  private static final Message MESSAGE = Messages.of(Occasion.RESULT, "每小時", "zh-TW");

  @TempDir Path folder;

  private static MailServer at(int port, Tls tls, Login... login) {
    return new MailServer(
        "localhost", port, List.of(login).stream().findFirst(), "recon@example.com", tls);
  }

  private static Reply send(MailServer mail, Optional<SSLContext> trusted, String... to)
      throws InterruptedException {
    Target target = new Target("ops", new Target.Way.Mail(List.of(to)));
    TellSettings settings = new TellSettings(List.of(target), Optional.of(mail), Optional.empty());
    return new Delivery(
            settings, Duration.ofMillis(1_500), trusted.map(SSLContext::getSocketFactory))
        .to(target, new Telling("ops", MESSAGE).key(), MESSAGE, Messages.NOON);
  }

  @Test
  void mail_arrives_underTheIdOfItsKey() throws Exception {
    try (Postbox box = new Postbox(folder, Tls.NONE)) {
      MailServer plain = at(box.port(), Tls.NONE);
      assertThat(send(plain, Optional.empty(), "ops@example.com", "lin@example.com"))
          .isEqualTo(Reply.TAKEN);

      assertThat(box.mails).hasSize(1);
      assertThat(box.mails.get(0).to()).containsExactly("ops@example.com", "lin@example.com");
      MimeMessage got = box.mails.get(0).message();
      assertThat(got.getSubject()).isEqualTo("每小時：3 件包裹受影響");
      assertThat(got.getMessageID())
          .isEqualTo("<hourly/20220413T120000Z/12/result/ops@example.com>");
      assertThat(got.getHeader("From")).containsExactly("recon@example.com");
      assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(got.getContent().toString())
          .contains("每小時：3 件包裹受影響", "應補收：NT$1,280", "hourly-20220413T1900");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Tls.class,
      names = {"STARTTLS", "TLS"})
  void mail_isEncryptedAndSignedIn(Tls tls) throws Exception {
    try (Postbox box = new Postbox(folder, tls)) {
      Optional<SSLContext> trusted = Optional.of(box.trusted);
      MailServer wrong = at(box.port(), tls, new Login("recon", "not-the-password"));
      assertThat(send(wrong, trusted, "ops@example.com"))
          .isEqualTo(Reply.later(Setback.of(Reason.SIGN_IN)));
      MailServer right = at(box.port(), tls, Postbox.LOGIN);
      assertThat(send(right, Optional.empty(), "ops@example.com"))
          .as("its certificate is known to nobody")
          .isEqualTo(Reply.later(Setback.of(Reason.UNREACHABLE)));
      assertThat(box.mails).isEmpty();
      assertThat(send(right, trusted, "ops@example.com")).isEqualTo(Reply.TAKEN);
      assertThat(box.mails).hasSize(1);
    }
  }

  @Test
  void nothing_isSentInClear_whenTheServerDoesNotEncrypt() throws Exception {
    try (Postbox box = new Postbox(folder, Tls.NONE)) {
      assertThat(
              send(at(box.port(), Tls.STARTTLS, Postbox.LOGIN), Optional.empty(), "a@example.com"))
          .isEqualTo(Reply.later(Setback.of(Reason.UNREACHABLE)));
      assertThat(box.mails).isEmpty();
    }
  }

  @Test
  void addresses_thatAreGood_getWhatOthersRefuse() throws Exception {
    try (Postbox box = new Postbox(folder, Tls.NONE)) {
      MailServer plain = at(box.port(), Tls.NONE);
      assertThat(send(plain, Optional.empty(), "gone@example.com", "ops@example.com"))
          .isEqualTo(Reply.TAKEN);
      assertThat(box.mails.get(0).to()).containsExactly("ops@example.com");
      assertThat(send(plain, Optional.empty(), "gone@example.com"))
          .isEqualTo(Reply.never(Setback.of(Reason.REFUSED, 550)));
      assertThat(send(plain, Optional.empty(), "gone@example.com", "busy@example.com"))
          .isEqualTo(Reply.later(Setback.of(Reason.REFUSED, 452)));
    }
  }

  @Test
  void server_isSilent_whenItTakesTheConnectionAndNoMore() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(send(at(mute.getLocalPort(), Tls.NONE), Optional.empty(), "a@example.com"))
          .isEqualTo(Reply.later(Setback.of(Reason.SILENT)));
    }
    assertThat(send(at(1, Tls.NONE), Optional.empty(), "a@example.com"))
        .isEqualTo(Reply.later(Setback.of(Reason.UNREACHABLE)));
  }

  @Test
  void settings_showNoPassword() {
    assertThat(at(25, Tls.TLS, Postbox.LOGIN).toString()).doesNotContain("mail-pass-word");
  }
}
