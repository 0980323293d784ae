package parcelrecon.report.workbook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.report.text.Texts;

/** A drop-down of the workbook. */
public enum Choice {
  /** Whether the store was reached. */
  CONTACT,
  /** What the store said. That it could not be reached is told by {@link #CONTACT}. */
  ANSWER,
  /** How finance closed a case. */
  TREATMENT;

  /** The ways a call can end. */
  public enum Contact {
    NOT_YET,
    REACHED,
    NO_ANSWER,
    CALLS_BACK
  }

  private enum Treatment {
    PICK_UP_REVERSED,
    STORE_PAYS,
    WRITTEN_OFF,
    BUYER_REFUNDED,
    NO_DIFFERENCE,
    OPEN
  }

  /** The answers that can be chosen, in the order of the list. */
  public static Stream<StoreAnswer> answers() {
    return Arrays.stream(StoreAnswer.values()).filter(answer -> answer != StoreAnswer.UNREACHABLE);
  }

  public static String text(Contact contact, Texts texts) {
    return texts.text("contact." + contact);
  }

  List<String> options(Texts texts) {
    return switch (this) {
      case CONTACT -> Stream.of(Contact.values()).map(each -> text(each, texts)).toList();
      case ANSWER -> answers().map(texts::name).toList();
      case TREATMENT ->
          Stream.of(Treatment.values()).map(each -> texts.text("treatment." + each)).toList();
    };
  }
}
