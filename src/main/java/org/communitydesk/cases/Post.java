package org.communitydesk.cases;

import java.time.Instant;

/** The brand's post under which a conversation stands. */
public record Post(String text, Instant at) {}
