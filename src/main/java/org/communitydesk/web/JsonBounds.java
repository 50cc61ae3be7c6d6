package org.communitydesk.web;

import com.fasterxml.jackson.core.StreamReadConstraints;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What callers of {@code /api} may nest and name: nothing of ours is anywhere near it. */
@Configuration(proxyBeanMethods = false)
class JsonBounds {

  @Bean
  Jackson2ObjectMapperBuilderCustomizer boundedJson() {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxNameLength(1_000)
            .maxNumberLength(100)
            .maxTokenCount(2_000_000)
            .build();
    return builder ->
        builder.postConfigurer(mapper -> mapper.getFactory().setStreamReadConstraints(bounds));
  }
}
