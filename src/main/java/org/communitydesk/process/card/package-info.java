/** Card data in an open message: {@code card-data}. */
package org.communitydesk.process.card;
