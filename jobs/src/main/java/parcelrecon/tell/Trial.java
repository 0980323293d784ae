package parcelrecon.tell;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Occasion;
import parcelrecon.results.telling.Setback;
import parcelrecon.results.telling.Telling;

/** A message to a target that somebody wants to see arrive, sent once and kept nowhere. */
public record Trial(TellSettings settings) {

  /**
   * @return what went wrong; absent where the target has taken it
   */
  public Optional<Setback> send(Target target, ZoneId zone, String language, Instant now)
      throws InterruptedException {
    Message message =
        new Message(
            Occasion.TRIAL,
            new Message.Subject("parcel-recon", "", zone, language),
            now,
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    String key = new Telling(target.name(), message).key();
    return new Delivery(settings).to(target, key, message, now).setback();
  }
}
