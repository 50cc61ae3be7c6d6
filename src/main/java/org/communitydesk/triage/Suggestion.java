package org.communitydesk.triage;

import java.util.List;

/**
 * What a text seems to be.
 *
 * @param confidence in the class, 0 to 1
 * @param urgent whether it should not wait
 * @param reasons words of the text or what was noticed, for readers, Russian; may be empty
 * @param trainedOn decisions learnt from; 0 when only the rules spoke
 */
public record Suggestion(
    AppealClass appealClass,
    double confidence,
    Sentiment sentiment,
    boolean urgent,
    List<String> reasons,
    int trainedOn) {}
