package parcelrecon.tell;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import parcelrecon.tell.MailServer.Login;
import parcelrecon.tell.MailServer.Tls;

/**
 * A mail server: nobody there is called gone, busy is full today, and whoever signs in has to be
 * {@link #LOGIN}.
 */
final class Postbox implements AutoCloseable {

  static final Login LOGIN = new Login("recon", "mail-pass-word");

  /** A mail that was taken. */
  record Mail(List<String> to, MimeMessage message) {}

  final List<Mail> mails = new CopyOnWriteArrayList<>();
  final SSLContext trusted;

  private final Path keys;
  private final SMTPServer server;

  Postbox(Path folder, Tls tls) {
    keys = folder.resolve("keys.p12");
    trusted = context();
    SMTPServer.Builder builder =
        SMTPServer.port(0)
            .messageHandlerFactory(context -> new Inbox())
            .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(Postbox::signIn));
    switch (tls) {
      case NONE -> builder.enableTLS(false).hideTLS();
      case STARTTLS ->
          builder.enableTLS().requireTLS().requireAuth().startTlsSocketFactory(trusted);
      case TLS -> builder.requireAuth().serverSocketFactory(trusted);
    }
    server = builder.build();
    server.start();
  }

  private static void signIn(String user, String password, MessageContext context)
      throws LoginFailedException {
    if (!LOGIN.equals(new Login(user, password))) {
      throw new LoginFailedException();
    }
  }

  int port() {
    return server.getPortAllocated();
  }

  private SSLContext context() {
    char[] password = "changeit".toCharArray();
    try {
      if (!Files.exists(keys)) {
        makeKeys();
      }
      KeyStore store = KeyStore.getInstance(keys.toFile(), password);
      KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
      own.init(store, password);
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void makeKeys() throws IOException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit")
            .inheritIO()
            .start();
    try {
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Inbox implements MessageHandler {
    private final List<String> to = new ArrayList<>();

    @Override
    public void from(String from) {
      // Anybody may.
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      if (recipient.startsWith("gone")) {
        throw new RejectException(550, "no such user");
      }
      if (recipient.startsWith("busy")) {
        throw new RejectException(452, "mailbox full");
      }
      to.add(recipient);
    }

    @Override
    public String data(InputStream data) throws IOException {
      try {
        Session session = Session.getInstance(new Properties());
        mails.add(
            new Mail(to, new MimeMessage(session, new ByteArrayInputStream(data.readAllBytes()))));
        return "taken";
      } catch (MessagingException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void done() {
      // Nothing is open.
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
