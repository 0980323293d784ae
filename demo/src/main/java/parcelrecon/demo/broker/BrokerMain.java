package parcelrecon.demo.broker;

import java.io.IOException;

/**
 * The broker JVM's main: runs Kafka and ends with the JVM that started it, however that one ends,
 * because the pipe between them closes.
 */
final class BrokerMain {

  private BrokerMain() {}

  /**
   * @param arguments {@code format} and the storage tool's own, or {@code run} and the properties
   *     file
   */
  public static void main(String[] arguments) {
    String[] rest = java.util.Arrays.copyOfRange(arguments, 1, arguments.length);
    switch (arguments[0]) {
      case "format" -> kafka.tools.StorageTool.main(rest);
      case "run" -> {
        endWithParent();
        kafka.Kafka.main(rest);
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void endWithParent() {
    Thread watch = new Thread(BrokerMain::waitForEndOfInput, "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void waitForEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (IOException closed) {
      // the same as the end of input: the parent is gone
    }
    Runtime.getRuntime().halt(1);
  }
}
