package parcelrecon.demo.story;

/**
 * A store of the network.
 *
 * @param weight how many parcels leave it, relative to others
 */
public record Shop(
    String id, String name, String area, String supervisor, String phone, double weight) {}
