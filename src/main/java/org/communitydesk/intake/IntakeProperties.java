package org.communitydesk.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this node works its inbox.
 *
 * @param workers threads that hand events on; 0 lets this node receive only
 * @param bodies deliveries that are understood and kept at once; 0 measures them by the memory
 */
@Validated
@ConfigurationProperties("desk.intake")
record IntakeProperties(
    @DefaultValue("2") @Min(0) @Max(32) int workers,
    @DefaultValue("0") @Min(0) @Max(64) int bodies) {}
