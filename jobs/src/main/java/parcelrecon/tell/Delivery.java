package parcelrecon.tell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Setback;
import parcelrecon.tell.Target.Way.Mail;
import parcelrecon.tell.Target.Way.Webhook;

/** Hands a message to a target, in the target's way. */
final class Delivery {

  private static final Duration ANSWERING_MAX = Duration.ofSeconds(20);

  private final Webhooks webhooks;
  private final Optional<Mails> mails;

  Delivery(TellSettings settings) {
    this(settings, ANSWERING_MAX, Optional.empty());
  }

  /**
   * @param trusted which mail servers to trust; absent for those that Java trusts
   */
  Delivery(TellSettings settings, Duration answeringMax, Optional<SSLSocketFactory> trusted) {
    Wording wording = new Wording(settings.console());
    this.webhooks = new Webhooks(wording, answeringMax);
    this.mails = settings.mail().map(server -> new Mails(wording, server, answeringMax, trusted));
  }

  Reply to(Target target, String key, Message message, Instant now) throws InterruptedException {
    if (target.way() instanceof Webhook webhook) {
      return webhooks.post(key, webhook, message);
    }
    return mails
        .map(server -> server.send(key, (Mail) target.way(), message, now))
        .orElseGet(() -> Reply.never(Setback.of(Setback.Reason.NOT_CONFIGURED)));
  }
}
