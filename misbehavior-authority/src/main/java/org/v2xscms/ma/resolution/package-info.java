/**
 * From an approved case to the seeds of a device: asks the ACA, the RA and both linkage authorities in turn, each with a
 * signed warrant, and keeps what was asked and answered, so that a process that died goes on where it stood.
 */
@NullMarked
package org.v2xscms.ma.resolution;

import org.jspecify.annotations.NullMarked;
