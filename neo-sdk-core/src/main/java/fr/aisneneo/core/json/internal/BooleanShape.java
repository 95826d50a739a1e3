package fr.aisneneo.core.json.internal;

/** True or false. */
record BooleanShape() implements Shape {

    @Override
    public void check(JsonScanner in) {
        byte first = in.peek();
        if (first != 't' && first != 'f') {
            throw Misfit.expected("true | false");
        }
        in.bool();
    }
}
