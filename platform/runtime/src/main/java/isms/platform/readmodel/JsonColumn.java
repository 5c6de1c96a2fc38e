package isms.platform.readmodel;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.reactive.type.descriptor.jdbc.ReactiveJsonJdbcType;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.AggregateJdbcType;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.jspecify.annotations.Nullable;

/** Lets Hibernate Reactive read {@code jsonb} columns that hold lists; its own type knows objects only. */
public final class JsonColumn extends ReactiveJsonJdbcType {

    private static final long serialVersionUID = 1L;

    public JsonColumn() {
        this(null);
    }

    private JsonColumn(@Nullable EmbeddableMappingType embeddable) {
        super(embeddable);
    }

    @Override
    public AggregateJdbcType resolveAggregateJdbcType(
            EmbeddableMappingType mapping, String sqlType, RuntimeModelCreationContext context) {
        return new JsonColumn(mapping);
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
        return new BasicExtractor<>(type, this) {
            @Override
            protected @Nullable X doExtract(ResultSet row, int index, WrapperOptions options) throws SQLException {
                return read(row.getObject(index), options);
            }

            @Override
            protected @Nullable X doExtract(CallableStatement call, int index, WrapperOptions options)
                    throws SQLException {
                return read(call.getObject(index), options);
            }

            @Override
            protected @Nullable X doExtract(CallableStatement call, String name, WrapperOptions options)
                    throws SQLException {
                return read(call.getObject(name), options);
            }

            private @Nullable X read(@Nullable Object value, WrapperOptions options) throws SQLException {
                return switch (value) {
                    case null -> null;
                    case JsonObject object -> fromString(object.encode(), getJavaType(), options);
                    case JsonArray array -> fromString(array.encode(), getJavaType(), options);
                    default -> throw new SQLException("no JSON object or list: " + value.getClass());
                };
            }
        };
    }
}
