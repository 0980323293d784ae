package parcelrecon.source.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Consumers kept from split to split, because opening and closing one costs up to half a second. As
 * many as threads read at once. None has a group.
 */
final class ConsumerPool implements AutoCloseable {

  private final ConcurrentLinkedDeque<Consumer<byte[], byte[]>> idle =
      new ConcurrentLinkedDeque<>();
  private final Supplier<Consumer<byte[], byte[]>> opening;

  ConsumerPool(Map<String, Object> properties) {
    this.opening = () -> new KafkaConsumer<>(properties);
  }

  /** One that failed is not used again. */
  <T> T with(Function<Consumer<byte[], byte[]>, T> use) {
    Consumer<byte[], byte[]> kept = idle.poll();
    Consumer<byte[], byte[]> consumer = kept == null ? opening.get() : kept;
    boolean isSound = false;
    try {
      T result = use.apply(consumer);
      isSound = true;
      return result;
    } finally {
      if (isSound) {
        idle.push(consumer);
      } else {
        close(consumer);
      }
    }
  }

  @Override
  public void close() {
    idle.parallelStream().forEach(ConsumerPool::close);
    idle.clear();
  }

  private static void close(Consumer<byte[], byte[]> consumer) {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }
}
