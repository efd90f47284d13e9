/** Views of decoded values for people and programs: a text tree and JSON, over the one walk every codec offers. */
@NullMarked
package org.v2xscms.codec.view;

import org.jspecify.annotations.NullMarked;
