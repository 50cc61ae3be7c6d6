package org.communitydesk.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;

/** What a simulated platform answers to a call. */
public record Answer(int status, JsonNode body) {}
