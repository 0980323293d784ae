package parcelrecon.tell;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Setback;
import parcelrecon.results.telling.Setback.Reason;
import parcelrecon.tell.MailServer.Tls;
import parcelrecon.tell.Target.Way.Mail;

/** Hands messages to a mail server, as plain text. */
final class Mails {

  private static final Duration CONNECTING_MAX = Duration.ofSeconds(10);
  private static final int PERMANENT = 500;

  private final Wording wording;
  private final MailServer server;
  private final Session session;

  /**
   * @param answeringMax of each step of the conversation
   * @param trusted whom to trust; absent for whom Java trusts
   */
  Mails(
      Wording wording,
      MailServer server,
      Duration answeringMax,
      Optional<SSLSocketFactory> trusted) {
    this.wording = wording;
    this.server = server;
    this.session = Session.getInstance(properties(server, answeringMax, trusted));
  }

  private static Properties properties(
      MailServer server, Duration answeringMax, Optional<SSLSocketFactory> trusted) {
    Properties smtp = new Properties();
    smtp.put("mail.smtp.connectiontimeout", String.valueOf(CONNECTING_MAX.toMillis()));
    smtp.put("mail.smtp.timeout", String.valueOf(answeringMax.toMillis()));
    smtp.put("mail.smtp.writetimeout", String.valueOf(answeringMax.toMillis()));
    smtp.put("mail.smtp.auth", String.valueOf(server.login().isPresent()));
    smtp.put("mail.smtp.ssl.enable", String.valueOf(server.tls() == Tls.TLS));
    smtp.put("mail.smtp.starttls.enable", String.valueOf(server.tls() == Tls.STARTTLS));
    smtp.put("mail.smtp.starttls.required", String.valueOf(server.tls() == Tls.STARTTLS));
    smtp.put("mail.smtp.ssl.checkserveridentity", "true");
    // One address that is gone must not keep the news from all others.
    smtp.put("mail.smtp.sendpartial", "true");
    trusted.ifPresent(factory -> smtp.put("mail.smtp.ssl.socketFactory", factory));
    return smtp;
  }

  Reply send(String key, Mail mail, Message message, Instant now) {
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage letter = letter(key, mail, wording.note(message), now);
      transport.connect(
          server.host(),
          server.port(),
          server.login().map(MailServer.Login::user).orElse(null),
          server.login().map(MailServer.Login::password).orElse(null));
      transport.sendMessage(letter, letter.getAllRecipients());
      return Reply.TAKEN;
    } catch (AuthenticationFailedException e) {
      return Reply.later(Setback.of(Reason.SIGN_IN));
    } catch (SendFailedException e) {
      return e.getValidSentAddresses() != null && e.getValidSentAddresses().length > 0
          ? Reply.TAKEN
          : refused(e);
    } catch (MessagingException e) {
      return Reply.later(Setback.of(isTimeout(e) ? Reason.SILENT : Reason.UNREACHABLE));
    }
  }

  private MimeMessage letter(String key, Mail mail, Note note, Instant now)
      throws MessagingException {
    MimeMessage letter = new Letter(session, "<" + key + "@" + domain() + ">");
    letter.setFrom(new InternetAddress(server.from()));
    Address[] to = new Address[mail.to().size()];
    for (int i = 0; i < to.length; i++) {
      to[i] = new InternetAddress(mail.to().get(i));
    }
    letter.setRecipients(RecipientType.TO, to);
    letter.setSubject(note.title(), StandardCharsets.UTF_8.name());
    letter.setText(note.title() + "\n\n" + note.text(), StandardCharsets.UTF_8.name());
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setSentDate(Date.from(now));
    letter.saveChanges();
    return letter;
  }

  private String domain() {
    return server.from().substring(server.from().lastIndexOf('@') + 1);
  }

  /** A mail whose id is ours: servers and people know a repeated one by it. */
  private static final class Letter extends MimeMessage {
    private final String id;

    Letter(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  private static Reply refused(SendFailedException refusal) {
    OptionalInt code = code(refusal);
    Setback setback = new Setback(Reason.REFUSED, code);
    return code.orElse(0) >= PERMANENT ? Reply.never(setback) : Reply.later(setback);
  }

  /** Of the sender or the mail, else the lowest of the addresses': one may be taken later. */
  private static OptionalInt code(SendFailedException refusal) {
    OptionalInt code = OptionalInt.empty();
    for (Exception each = refusal; each instanceof MessagingException; ) {
      OptionalInt own = ownCode(each);
      if (own.isPresent() && (code.isEmpty() || own.getAsInt() < code.getAsInt())) {
        code = own;
      }
      each = ((MessagingException) each).getNextException();
    }
    return code;
  }

  private static OptionalInt ownCode(Exception refusal) {
    if (refusal instanceof SMTPSenderFailedException sender) {
      return OptionalInt.of(sender.getReturnCode());
    }
    if (refusal instanceof SMTPAddressFailedException address) {
      return OptionalInt.of(address.getReturnCode());
    }
    // Of a mail that no address takes it has that of the last one, or none.
    return refusal instanceof SMTPSendFailedException mail && mail.getReturnCode() > 0
        ? OptionalInt.of(mail.getReturnCode())
        : OptionalInt.empty();
  }

  private static boolean isTimeout(Exception failure) {
    for (Throwable each = failure; each != null; each = next(each)) {
      if (each instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static Throwable next(Throwable failure) {
    return failure instanceof MessagingException mail && mail.getNextException() != null
        ? mail.getNextException()
        : failure.getCause();
  }
}
