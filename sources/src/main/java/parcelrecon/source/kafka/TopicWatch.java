package parcelrecon.source.kafka;

/**
 * Sees that a topic is still the one that was planned. One that was deleted and made again has
 * other records at the same offsets.
 */
final class TopicWatch implements AutoCloseable {

  private final KafkaProblems problems;
  private BrokerQuestions broker;

  TopicWatch(KafkaProblems problems) {
    this.problems = problems;
  }

  /**
   * @throws parcelrecon.problem.ProblemException UNREACHABLE when it is not
   */
  void check(Topic planned) {
    if (!broker().id(planned.name()).filter(planned.id()::equals).isPresent()) {
      throw problems.replaced(planned);
    }
  }

  private synchronized BrokerQuestions broker() {
    if (broker == null) {
      broker = BrokerQuestions.connect(problems);
    }
    return broker;
  }

  @Override
  public synchronized void close() {
    if (broker != null) {
      broker.close();
    }
  }
}
