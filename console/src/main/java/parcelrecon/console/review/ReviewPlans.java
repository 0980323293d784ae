package parcelrecon.console.review;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The acts of one session that wait for their confirmation; the latest few. Each is confirmed once.
 */
final class ReviewPlans {

  private static final String ATTRIBUTE = ReviewPlans.class.getName();
  private static final int PLANS_MAX = 3;
  private static final int KEY_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, ReviewPlan> plans = new LinkedHashMap<>();

  private ReviewPlans() {}

  static ReviewPlans of(HttpSession session) {
    synchronized (session) {
      if (session.getAttribute(ATTRIBUTE) instanceof ReviewPlans plans) {
        return plans;
      }
      ReviewPlans plans = new ReviewPlans();
      session.setAttribute(ATTRIBUTE, plans);
      return plans;
    }
  }

  /** Returns the key to take it by. */
  synchronized String put(ReviewPlan plan) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    String text = HexFormat.of().formatHex(key);
    plans.put(text, plan);
    if (plans.size() > PLANS_MAX) {
      plans.remove(plans.keySet().iterator().next());
    }
    return text;
  }

  /** Absent when it was confirmed already, or is not of this session any more. */
  synchronized Optional<ReviewPlan> take(String key) {
    return Optional.ofNullable(plans.remove(key));
  }
}
