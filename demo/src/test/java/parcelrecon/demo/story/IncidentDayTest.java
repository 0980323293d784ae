package parcelrecon.demo.story;

import org.junit.jupiter.api.Nested;

class IncidentDayTest {

  @Nested
  class OfTheDemosSeed extends IncidentDayConstraints {
    OfTheDemosSeed() {
      super(20_220_413);
    }
  }

  @Nested
  class OfAnotherSeed extends IncidentDayConstraints {
    OfAnotherSeed() {
      super(1);
    }
  }

  @Nested
  class OfAThirdSeed extends IncidentDayConstraints {
    OfAThirdSeed() {
      super(7_777_777);
    }
  }
}
