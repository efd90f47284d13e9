/** {@code scms bench}: our code against a rival in the same run, as ratios. */
@NullMarked
package org.v2xscms.cli.bench;

import org.jspecify.annotations.NullMarked;
