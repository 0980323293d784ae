package parcelrecon.demo.truth;

import java.util.List;
import parcelrecon.demo.story.StoreReply;
import parcelrecon.demo.story.Story;

/**
 * The truth about a parcel the incident touched.
 *
 * @param edge whether it touched it by no more than the clocks may differ
 * @param told in the order of kind's name; empty when nothing is wrong
 * @param asFound concluded from the systems' records alone
 * @param afterAnswers concluded with what the store said
 */
public record ParcelTruth(
    String parcelId,
    Story story,
    boolean edge,
    List<Told> told,
    Finding asFound,
    StoreReply reply,
    Finding afterAnswers) {}
