package isms.bench;

/** One of the two ways of doing the same work that a comparison sets against each other. */
interface Side extends AutoCloseable {

    String name();

    /** The work of one caller, which calls it again and again and never from two threads. */
    Caller caller(int index) throws Exception;

    @Override
    void close() throws Exception;

    /** Does the work once and returns when it is done. */
    interface Caller extends AutoCloseable {

        void call() throws Exception;

        @Override
        default void close() throws Exception {}
    }
}
