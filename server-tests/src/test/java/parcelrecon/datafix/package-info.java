/**
 * The datafix package's scripts run on real servers by the servers' own clients. Tables and changes
 * are random and told by their seed; what a table holds is read without the product. Open {@link
 * parcelrecon.datafix.OutboundTable} first.
 */
package parcelrecon.datafix;
