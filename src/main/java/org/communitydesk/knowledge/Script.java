package org.communitydesk.knowledge;

import java.util.List;

/**
 * A question that people ask and the brand's answer to it.
 *
 * @param score how well it fits what was asked, higher is better; 0 when nothing was asked
 * @param highlights the words of the question that fit, in the question's order
 */
public record Script(
    long id, String question, String answer, double score, List<String> highlights) {}
