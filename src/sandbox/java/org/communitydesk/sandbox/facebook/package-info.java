/**
 * Facebook with one Page of the brand: the webhooks {@code feed}, {@code mention} and those of
 * Messenger, Graph API v26.0 for comments, private messages and blocking (Meta's documentation and
 * SDK, read 2026-11).
 */
package org.communitydesk.sandbox.facebook;
