package parcelrecon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds "The way of a row" in ARCHITECTURE.md to what a debugger sees. */
class WayOfARowTest {

  private static final Pattern STEP = Pattern.compile("(?m)^\\d+\\. `(\\w+(?:\\.\\w+)?)` \\(");

  @TempDir Path site;

  @Test
  void oneRow_entersTheClassesOfTheDocument_inItsOrder() throws Exception {
    writeSite();
    List<String> documented = documentedSteps();
    assertThat(documented).hasSizeGreaterThan(10);
    assertThat(enteredSteps(documented)).isEqualTo(documented);
  }

  private static List<String> documentedSteps() throws IOException {
    Path document = Path.of("..", "ARCHITECTURE.md");
    return STEP.matcher(Files.readString(document))
        .results()
        .map((MatchResult step) -> step.group(1))
        .toList();
  }

  private void writeSite() throws Exception {
    try (var connection =
            DriverManager.getConnection("jdbc:h2:file:" + site.resolve("network"), "sa", "");
        var statement = connection.createStatement()) {
      statement.execute(
          "create table parcel_outbound (parcel_id varchar primary key, amount decimal(12,2),"
              + " requested_at timestamp with time zone, completed_at timestamp with time zone)");
      statement.execute(
          "insert into parcel_outbound values ('P1', 1280, '2022-04-13 19:42:30+08',"
              + " '2022-04-13 19:42:39+08')");
    }
    Files.writeString(
        site.resolve("outbound.sql"),
        "select parcel_id, 'COD' as payment, amount as amount_due, requested_at, completed_at"
            + " from parcel_outbound where requested_at >= :from and requested_at < :to");
    Files.writeString(
        site.resolve("recon.yaml"),
        """
        zone: Asia/Taipei
        currency: TWD
        sources:
          outbound:
            jdbc: { url: "jdbc:h2:file:./network", user: sa, password: "" }
            query: outbound.sql
        """);
  }

  /**
   * The steps in the order in which they were first entered.
   *
   * @param steps simple names of classes, some with one method
   */
  private List<String> enteredSteps(List<String> steps) throws Exception {
    VirtualMachine vm = launch();
    for (String step : steps) {
      ClassPrepareRequest request = vm.eventRequestManager().createClassPrepareRequest();
      request.addClassFilter("*." + step.replaceAll("\\..*", ""));
      request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
      request.enable();
    }
    vm.resume();
    drain(vm.process().getInputStream());
    drain(vm.process().getErrorStream());
    List<String> entered = new ArrayList<>();
    try {
      while (true) {
        EventSet events = vm.eventQueue().remove();
        for (Event event : events) {
          note(event, steps, entered);
        }
        events.resume();
      }
    } catch (VMDisconnectedException e) {
      assertThat(vm.process().waitFor()).as("exit code of the run").isZero();
    }
    return entered;
  }

  private static void note(Event event, List<String> steps, List<String> entered) {
    if (event instanceof ClassPrepareEvent prepared
        && prepared.referenceType().name().startsWith("parcelrecon.")) {
      breakAtMethodsOf(prepared.referenceType());
    } else if (event instanceof BreakpointEvent hit) {
      String type = simpleName(hit.location().declaringType());
      String method = type + "." + hit.location().method().name();
      String step = steps.contains(method) ? method : type;
      if (steps.contains(step) && !entered.contains(step)) {
        entered.add(step);
      }
      hit.request().disable();
    }
  }

  private static String simpleName(ReferenceType type) {
    return type.name().substring(type.name().lastIndexOf('.') + 1);
  }

  private static void breakAtMethodsOf(ReferenceType type) {
    for (Method method : type.methods()) {
      if (!method.isConstructor()
          && !method.isStaticInitializer()
          && method.location() != null
          && !method.isNative()) {
        BreakpointRequest request =
            type.virtualMachine().eventRequestManager().createBreakpointRequest(method.location());
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
      }
    }
  }

  private VirtualMachine launch() throws Exception {
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("options").setValue("-cp \"" + System.getProperty("java.class.path") + "\"");
    arguments
        .get("main")
        .setValue(
            "parcelrecon.app.Main reconcile -c "
                + site.resolve("recon.yaml")
                + " --incident one-row --from 2022-04-13T19:33 --to 2022-04-13T20:22"
                + " --as-of 2022-04-16T12:00 --out "
                + site.resolve("out"));
    return connector.launch(arguments);
  }

  private static void drain(java.io.InputStream stream) {
    Thread thread =
        new Thread(
            () -> {
              try {
                stream.transferTo(System.err);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
