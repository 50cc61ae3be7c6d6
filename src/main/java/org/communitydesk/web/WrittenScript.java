package org.communitydesk.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.communitydesk.knowledge.Content;
import org.communitydesk.knowledge.Link;

/** A script as somebody enters it. */
record WrittenScript(
    String question,
    @Schema(description = "May hold {имя} and {канал}; at most 10,000 characters") String answer,
    @Schema(description = "Texts in place of the answer, by platform: {\"vk\": \"…\"}")
        Map<String, String> variants,
    String category,
    String subcategory,
    String owner,
    @Schema(description = "First day, of Moscow") LocalDate validFrom,
    @Schema(description = "Last day, counts whole") LocalDate validUntil,
    @Schema(description = "Official pages; https only") List<Link> links,
    String source,
    @Schema(description = "As read; only when it is changed") int version,
    @Schema(description = "Only when it is changed") boolean approve) {

  Content content() {
    return new Content(
        question,
        answer,
        variants,
        category,
        subcategory,
        owner,
        validFrom,
        validUntil,
        links,
        source);
  }
}
