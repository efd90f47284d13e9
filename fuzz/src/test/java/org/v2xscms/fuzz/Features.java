package org.v2xscms.fuzz;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Printer;

/**
 * Which parts of the ASN.1 modules a value makes use of: {@code Type.name} of each component that is present, each
 * alternative taken and each enumeration value, {@code Type.component=value} of each BOOLEAN and of each identifier that
 * says what stands beside it, {@code Type.bitmap} of each presence bitmap as long as another edition has it; and
 * {@code Type} of the whole.
 */
final class Features implements Printer {

    private final Deque<String> types = new ArrayDeque<>();
    private String component = "";
    private final TreeSet<String> found = new TreeSet<>();

    private Features() {}

    static <T> Set<String> of(Codec<T> codec, T value) {
        Features features = new Features();
        features.found.add(codec.typeName());
        codec.print(value, features);
        return features.found;
    }

    @Override
    public void beginSequence(String typeName) {
        types.push(typeName);
    }

    @Override
    public void component(String name) {
        component = types.getFirst() + "." + name;
        found.add(component);
    }

    @Override
    public void endSequence() {
        types.pop();
    }

    @Override
    public void beginSequenceOf(String typeName, int size) {}

    @Override
    public void element(int index) {}

    @Override
    public void endSequenceOf() {}

    @Override
    public void alternative(String typeName, String name) {
        found.add(typeName + "." + name);
    }

    @Override
    public void number(String typeName, String decimal) {
        if (typeName.equals("INTEGER")) {
            found.add(component + "=" + decimal);
        }
    }

    @Override
    public void text(String typeName, String text) {}

    @Override
    public void name(String typeName, String name) {
        found.add(typeName.equals("BOOLEAN") ? component + "=" + name : typeName + "." + name);
    }

    @Override
    public void octets(String typeName, Octets octets) {}

    @Override
    public void typed(String typeName, Object value) {
        if (!(value instanceof Record)) {
            return;
        }
        for (RecordComponent part : value.getClass().getRecordComponents()) {
            if (part.getType() == Additions.class && additions(part, value).bitmapLength() > 0) {
                found.add(typeName + ".bitmap");
            }
        }
    }

    private static Additions additions(RecordComponent part, Object value) {
        try {
            return (Additions) part.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
