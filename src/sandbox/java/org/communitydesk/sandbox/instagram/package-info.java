/**
 * Instagram with one professional account of the brand, reached with the token of the linked Page:
 * the webhooks {@code comments}, {@code mentions} and those of private messages, Graph API v26.0
 * (Meta's documentation and SDK, read 2026-11).
 */
package org.communitydesk.sandbox.instagram;
