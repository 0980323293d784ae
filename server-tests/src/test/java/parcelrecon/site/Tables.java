package parcelrecon.site;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables that the statements of {@code init} are written for, with two pick-ups. */
final class Tables {

  private static final String OUTBOUND =
      """
      create table parcel_outbound (
        outbound_id varchar(40) primary key,
        parcel_id varchar(20) not null,
        movement varchar(10) not null,
        store_id varchar(6) not null,
        order_id varchar(20),
        checkout_id varchar(20),
        payment_method varchar(12) not null,
        amount_due decimal(12, 2) not null,
        currency char(3) not null,
        status varchar(16) not null,
        requested_at TIME not null,
        completed_at TIME,
        pickup_deadline TIME,
        payout_at TIME,
        row_version int not null
      )
      """;

  private static final String PAYMENT =
      """
      create table counter_payment (
        payment_id varchar(40) primary key,
        parcel_id varchar(20) not null,
        amount decimal(12, 2) not null,
        kind varchar(10) not null,
        status varchar(10) not null,
        currency char(3) not null,
        channel varchar(10),
        paid_at TIME not null
      )
      """;

  private static final String PICK_UPS =
      """
      insert into parcel_outbound values
        ('O1', 'P1', 'PICKUP', 'S1', null, null, 'PAY_AT_STORE', 500, 'TWD', 'PICKED_UP',
         '2022-04-13 19:42:00', '2022-04-13 19:42:09', null, null, 1),
        ('O2', 'P2', 'PICKUP', 'S2', null, null, 'PAY_AT_STORE', 300, 'TWD', 'PICKED_UP',
         '2022-04-13 19:42:10', '2022-04-13 19:42:11', null, null, 1),
        ('I3', 'P3', 'DROP_OFF', 'S2', null, null, 'PAY_AT_STORE', 300, 'TWD', 'PICKED_UP',
         '2022-04-13 19:42:10', '2022-04-13 19:42:11', null, null, 1)
      """;

  private static final String PAYMENTS =
      """
      insert into counter_payment values
        ('Y2', 'P2', 300, 'CAPTURE', 'SUCCEEDED', 'TWD', 'CASH', '2022-04-13 19:42:12')
      """;

  private Tables() {}

  /**
   * @param timeType the database's type of a local time
   */
  static void make(Connection owner, String timeType) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(OUTBOUND.replace("TIME", timeType));
      statement.execute(PAYMENT.replace("TIME", timeType));
      statement.execute(PICK_UPS);
      statement.execute(PAYMENTS);
    }
  }

  /** Runs the statements of an account.sql, as a DBA does. */
  static void makeReader(Connection owner, String account) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      String statements =
          account.lines().filter(line -> !line.startsWith("--")).reduce("", String::concat);
      for (String one : statements.split(";")) {
        statement.execute(one);
      }
    }
  }
}
