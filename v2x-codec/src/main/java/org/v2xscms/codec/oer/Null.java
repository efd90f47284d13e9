package org.v2xscms.codec.oer;

/** The value of type NULL: no octets (X.696 15). */
public enum Null {
    NULL;

    public static final Codec<Null> CODEC = new Codec<>() {
        @Override
        public String typeName() {
            return "NULL";
        }

        @Override
        public Null decode(OerReader in) {
            return NULL;
        }

        @Override
        public void encode(Null value, OerWriter out) {}

        @Override
        public void print(Null value, Printer out) {
            out.name("NULL", "NULL");
        }
    };
}
