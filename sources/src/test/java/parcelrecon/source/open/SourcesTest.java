package parcelrecon.source.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;
import parcelrecon.model.Window;
import parcelrecon.source.CollectingSink;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.SomeSource;
import parcelrecon.source.Source;
import parcelrecon.source.SourceLook;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Format;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.SourceSettings.Kafka;
import parcelrecon.source.SourceSettings.KafkaSegments;
import parcelrecon.source.SourceSettings.Reader;
import parcelrecon.source.SourceSettings.Sql;

class SourcesTest {

  @TempDir Path folder;

  private SourceSettings settings(SourceName name, Reader reader) {
    SourceSettings some = SomeSource.of(name).in(folder).settings();
    return new SourceSettings(
        name, folder, reader, some.mapping(), some.zone(), false, true, Optional.empty());
  }

  private Jdbc jdbc(String query) {
    return new Jdbc(
        "jdbc:h2:file:" + folder.resolve("network"),
        Optional.of("sa"),
        Optional.of("pw"),
        new Sql("sql/stores.sql", query),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        Duration.ZERO,
        Duration.ZERO);
  }

  @Test
  void open_givesTheSourceOfTheReader_withoutReachingIt() {
    SourceSettings csv = SomeSource.of(SourceName.PAYMENTS).csv("none.csv").settings();
    SourceSettings json =
        SomeSource.of(SourceName.EVENTS).jsonLines("none.jsonl", Format.PLAIN).settings();
    Kafka kafka =
        new Kafka(
            Map.of("bootstrap.servers", "127.0.0.1:1"),
            List.of("t"),
            List.of(),
            OptionalLong.empty());
    for (SourceSettings settings :
        List.of(
            csv,
            json,
            settings(SourceName.OUTBOUND, jdbc("select 1")),
            settings(SourceName.EVENTS, new KafkaSegments(List.of("t-*"))),
            settings(SourceName.EVENTS, kafka))) {
      try (Source source = Sources.open(settings)) {
        assertThat(source.type()).isEqualTo(settings.reader().type());
        assertThat(source.name()).isEqualTo(settings.name());
      }
    }
  }

  @Test
  void open_refusesClientProperties_thatCouldLeaveATrace() {
    Kafka kafka =
        new Kafka(
            Map.of("bootstrap.servers", "127.0.0.1:1", "group.id", "x", "interceptor.classes", "y"),
            List.of("t"),
            List.of(),
            OptionalLong.empty());
    assertThatThrownBy(() -> Sources.open(settings(SourceName.EVENTS, kafka)))
        .hasMessageContaining("group.id is a client property that is not allowed")
        .hasMessageContaining("interceptor.classes is a client property that is not allowed");
  }

  /** Otherwise nobody would know why no event is late and none unconsumed. */
  @Test
  void eventsWithoutABroker_sayWhatTheyCannotTell() throws Exception {
    Files.writeString(folder.resolve("e.jsonl"), "");
    Files.writeString(folder.resolve("e.csv"), "parcel_id\n");
    createTable();
    Reason groups = Reason.of(Code.GROUPS_NOT_SEEN);
    Reason timestamps = Reason.of(Code.WITHOUT_TIMESTAMPS);
    SomeSource events = SomeSource.of(SourceName.EVENTS).in(folder);
    assertThat(unseen(events.csv("e.csv").settings())).containsExactly(groups, timestamps);
    assertThat(unseen(events.jsonLines("e.jsonl", Format.PLAIN).settings()))
        .containsExactly(groups, timestamps);
    assertThat(unseen(events.jsonLines("e.jsonl", Format.KCAT).settings())).containsExactly(groups);
    assertThat(unseen(events.jsonLines("e.jsonl", Format.CONSOLE_CONSUMER).settings()))
        .containsExactly(groups);
    String query = "select store_id parcel_id from store";
    assertThat(unseen(settings(SourceName.EVENTS, jdbc(query))))
        .containsExactly(groups, timestamps);
    Files.writeString(folder.resolve("a.csv"), "parcel_id,started_at,outcome\n");
    assertThat(unseen(SomeSource.of(SourceName.ATTEMPTS).in(folder).csv("a.csv").settings()))
        .isEmpty();
  }

  private static List<Reason> unseen(SourceSettings settings) {
    Window window = Window.all(ZoneId.of("Asia/Taipei"));
    try (Source source = Sources.open(settings)) {
      List<Reason> looked = unseen(source.look(window).reasons());
      assertThat(unseen(source.plan(new PlanRequest(window, 1)).reasons())).isEqualTo(looked);
      return looked;
    }
  }

  private static List<Reason> unseen(List<Reason> reasons) {
    return reasons.stream()
        .filter(
            reason ->
                reason.code() == Code.GROUPS_NOT_SEEN || reason.code() == Code.WITHOUT_TIMESTAMPS)
        .toList();
  }

  @Test
  void stores_areRead_fromFileAndTableAlike() throws Exception {
    Files.writeString(folder.resolve("stores.csv"), "store_id,name\nS1,Main Street\n");
    Store expected = new Store("S1", "Main Street", "", "", "");
    assertThat(
            Sources.stores(SomeSource.of(SourceName.STORES).in(folder).csv("stores.csv").settings())
                .stores())
        .containsExactly(expected);

    createTable();
    assertThat(
            Sources.stores(settings(SourceName.STORES, jdbc("select store_id, name from store")))
                .stores())
        .containsExactly(expected);
  }

  @Test
  void look_tellsWhereAndWhat_asThePlanThatFollows() throws Exception {
    Files.writeString(folder.resolve("b.csv"), "parcel_id,payment_id,amount\nP1,1,1\n");
    Files.writeString(folder.resolve("a.csv"), "amount,payment_id,parcel_id\n");
    createTable();
    Window window = Window.all(ZoneId.of("Asia/Taipei"));
    SourceSettings csv = SomeSource.of(SourceName.PAYMENTS).in(folder).csv("*.csv").settings();
    try (Source source = Sources.open(csv)) {
      SourceLook look = source.look(window);
      assertThat(look).isEqualTo(SourceLook.atFiles("*.csv", List.of("a.csv", "b.csv")));
      assertThat(source.plan(new PlanRequest(window, 1)).splits()).isNotEmpty();
    }
    String query = "select store_id parcel_id, 'COD' payment, 0 amount_due from store";
    try (Source source = Sources.open(settings(SourceName.OUTBOUND, jdbc(query)))) {
      SourceLook look = source.look(window);
      assertThat(look.where()).isEqualTo("jdbc:h2:file:" + folder.resolve("network"));
      assertThat(look.parts()).containsExactly("sql/stores.sql");
      assertThat(look.reaches()).isPresent();
      assertThat(source.plan(new PlanRequest(window, 1)).reasons()).isEqualTo(look.reasons());
    }
  }

  @Test
  void tryOut_readsTheFirstRowsOfEachFile() throws Exception {
    StringBuilder lines = new StringBuilder("no event\n\n");
    StringBuilder rows = new StringBuilder("parcel_id,payment_id,amount\n");
    for (int i = 0; i < 99; i++) {
      lines.append("{\"parcel_id\":\"P").append(i).append("\"}\n");
      rows.append("P").append(i).append(",1,5\n");
    }
    Files.writeString(folder.resolve("a.jsonl"), lines);
    Files.writeString(folder.resolve("b.jsonl"), lines);
    Files.writeString(folder.resolve("a.csv"), rows + "half");
    CollectingSink events =
        tryOut(SomeSource.of(SourceName.EVENTS).jsonLines("*.jsonl", Format.PLAIN));
    assertThat(events.accepted()).hasSize(2 * 19);
    assertThat(events.rejected()).hasSize(2);
    CollectingSink payments = tryOut(SomeSource.of(SourceName.PAYMENTS).csv("a.csv"));
    assertThat(payments.accepted()).as("the heading is one of 20 records").hasSize(19);
    assertThat(payments.rejected()).isEmpty();
  }

  private CollectingSink tryOut(SomeSource settings) {
    CollectingSink sink = new CollectingSink();
    try (Source source = Sources.open(settings.in(folder).settings())) {
      source.tryOut(sink);
    }
    return sink;
  }

  @Test
  void look_refusesAsAPlanWould_whereAColumnIsMissing() throws Exception {
    Files.writeString(folder.resolve("a.csv"), "payment_id,parcel\n");
    SourceSettings csv = SomeSource.of(SourceName.PAYMENTS).in(folder).csv("*.csv").settings();
    try (Source source = Sources.open(csv)) {
      assertThatThrownBy(() -> source.look(Window.all(ZoneId.of("UTC"))))
          .hasMessageContaining("column \"amount\" is missing")
          .hasMessageContaining("column \"parcel_id\" is missing");
    }
  }

  private void createTable() throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("network");
    try (var connection = DriverManager.getConnection(url, "sa", "pw");
        var statement = connection.createStatement()) {
      statement.execute("create table store (store_id varchar(9), name varchar(99))");
      statement.execute("insert into store values ('S1', 'Main Street')");
    }
  }
}
