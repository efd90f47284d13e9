/**
 * The whole system in one process, for trial: embedded database, transport certificates, key ceremony and all authorities,
 * each a context of its own that meets the others over HTTPS only.
 */
@NullMarked
package org.v2xscms.cli.system;

import org.jspecify.annotations.NullMarked;
