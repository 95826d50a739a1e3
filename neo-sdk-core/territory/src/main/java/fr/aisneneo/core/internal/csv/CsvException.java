package fr.aisneneo.core.internal.csv;

/** A file that cannot be read further; whoever reads it turns this into a refusal of the SDK. */
public final class CsvException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CsvFault fault;
    private final int line;

    CsvException(CsvFault fault, int line) {
        super(fault + " in line " + line);
        this.fault = fault;
        this.line = line;
    }

    /**
     * What is wrong.
     *
     * @return the fault
     */
    public CsvFault fault() {
        return fault;
    }

    /**
     * Where.
     *
     * @return the line, from 1; for an open quote the line it stands in
     */
    public int line() {
        return line;
    }
}
