/**
 * Odnoklassniki with one group of the brand: messages by the Graph API, told to a webhook; comments
 * by the REST API, which nobody tells: the desk reads them (documentation of 2017 and 2026, read
 * 2026-11). The type of a removed comment and the attachments of comments are guesses.
 */
package org.communitydesk.sandbox.ok;
