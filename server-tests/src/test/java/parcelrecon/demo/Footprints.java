package parcelrecon.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.demo.site.Topic;

/** What the servers themselves count of what was written to them. */
record Footprints(Map<String, String> counters) {

  private static final String WRITTEN_TO_POSTGRESQL =
      """
      select relname, n_tup_ins || ' ' || n_tup_upd || ' ' || n_tup_del
        from pg_stat_user_tables
      """;

  private static final String WRITTEN_TO_MARIADB =
      """
      show global status where variable_name in (
        'Com_insert', 'Com_update', 'Com_delete', 'Com_replace', 'Com_truncate',
        'Com_create_table', 'Com_alter_table', 'Com_drop_table', 'Com_load',
        'Innodb_rows_inserted', 'Innodb_rows_updated', 'Innodb_rows_deleted')
      """;

  static Footprints of(SiteVariants variants, KafkaBroker broker) {
    Map<String, String> counters = new TreeMap<>();
    count(variants, SiteDatabase.POSTGRESQL, WRITTEN_TO_POSTGRESQL, counters);
    count(variants, SiteDatabase.MARIADB, WRITTEN_TO_MARIADB, counters);
    count(broker, counters);
    return new Footprints(counters);
  }

  private static void count(
      SiteVariants variants, SiteDatabase database, String query, Map<String, String> counters) {
    try (Connection connection = variants.owner(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        counters.put(database + " " + rows.getString(1), rows.getString(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void count(KafkaBroker broker, Map<String, String> counters) {
    try (Admin admin = Admin.create(broker.clientProperties())) {
      for (var group : admin.listGroups().all().get()) {
        counters.put(
            "group " + group.groupId(),
            admin
                .listConsumerGroupOffsets(
                    Map.of(group.groupId(), new ListConsumerGroupOffsetsSpec()))
                .partitionsToOffsetAndMetadata(group.groupId())
                .get()
                .toString());
      }
      Map<TopicPartition, OffsetSpec> ends =
          IntStream.range(0, Topic.PARTITIONS)
              .mapToObj(partition -> new TopicPartition(Topic.NAME, partition))
              .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
      admin
          .listOffsets(ends)
          .all()
          .get()
          .forEach(
              (partition, end) ->
                  counters.put("end of " + partition, String.valueOf(end.offset())));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
