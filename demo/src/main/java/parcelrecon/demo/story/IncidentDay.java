package parcelrecon.demo.story;

import java.util.ArrayList;
import java.util.List;

/**
 * The day of the incident from a seed: equal seeds, equal days.
 *
 * @param parcels of the day, and a sample of the days after it
 */
public record IncidentDay(long seed, List<Shop> shops, List<Parcel> parcels, Records records) {

  /** Distinct parcels completed on the day. */
  public static final int COMPLETED = 161_569;

  /** The consumer group that stood still from the outage on. */
  public static final String STALLED_GROUP = "fms-celery-id";

  private static final int SAMPLE_OF_A_DAY = 2_000;
  private static final int SAMPLE_OF_THIS_MORNING = 500;

  public static IncidentDay of(long seed) {
    Dice dice = new Dice(seed);
    ShopNetwork shops = new ShopNetwork(dice);
    SlotDraw draw = new SlotDraw(shops, dice);
    List<Slot> slots = new Casting(draw, dice, draw.day(0, COMPLETED)).cast();
    slots.addAll(daysAfter(draw));
    List<Parcel> parcels = slots.stream().map(ParcelMaker::make).toList();
    RecordsBuilder records = new RecordsBuilder();
    parcels.forEach(parcel -> Scene.act(parcel, records));
    return new IncidentDay(seed, shops.shops(), parcels, records.build());
  }

  private static List<Slot> daysAfter(SlotDraw draw) {
    List<Slot> slots = new ArrayList<>(draw.day(1, SAMPLE_OF_A_DAY));
    slots.addAll(draw.day(2, SAMPLE_OF_A_DAY));
    for (int i = 0; i < SAMPLE_OF_THIS_MORNING; i++) {
      slots.add(draw.between(3, Timeline.at(3, "00:02:00"), Timeline.at(3, "10:50:00")));
    }
    Casting.ordinary(slots);
    return slots;
  }
}
