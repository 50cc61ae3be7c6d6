package org.communitydesk.triage;

import java.util.List;

/** What the rules say of a text. */
record RulePrediction(
    AppealClass appealClass,
    double confidence,
    Sentiment sentiment,
    boolean urgent,
    List<String> words) {}
