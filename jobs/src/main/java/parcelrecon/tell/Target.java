package parcelrecon.tell;

import java.net.URI;
import java.util.List;

/** Whom a site tells, under the name its schedules call it by. */
public record Target(String name, Way way) {

  /** How it is reached. */
  public sealed interface Way {

    /**
     * @param url a secret: whoever has it can write there
     */
    record Webhook(URI url, Form form) implements Way {
      @Override
      public String toString() {
        return "Webhook[" + form + "]";
      }
    }

    /**
     * @param to addresses
     */
    record Mail(List<String> to) implements Way {
      public Mail {
        to = List.copyOf(to);
      }

      @Override
      public String toString() {
        return "Mail[" + to.size() + "]";
      }
    }
  }
}
