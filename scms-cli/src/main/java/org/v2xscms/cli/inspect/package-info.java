/** {@code scms inspect}: any structure the codec knows, as a tree or as JSON. */
@NullMarked
package org.v2xscms.cli.inspect;

import org.jspecify.annotations.NullMarked;
